import { Link, NavLink, useLocation } from 'react-router';
import { otherLanguage } from '../language/language.ts';
import { menu } from '../pages/menu.ts';
import { say } from '../words.ts';
import { SearchBox } from './search-box.tsx';

/** The brand, the one search box, the ways to the pages, and the switch of language. */
export function Header() {
  const { pathname, search } = useLocation();
  return (
    <header className="header">
      <Link className="brand" to="/">
        {say('brand')}
      </Link>
      <nav aria-label={say('menu')}>
        {menu.map(({ path, label }) => (
          <NavLink key={path} to={path} end={path === '/'}>
            {label}
          </NavLink>
        ))}
        <a href="/graphiql">GraphiQL</a>
      </nav>
      {/* The first page has the box in its middle. */}
      <div className="search">{pathname !== '/' && <SearchBox />}</div>
      <a className="language" href={otherLanguage(pathname) + search} lang={say('otherLanguage') === 'English' ? 'en' : 'zh-CN'}>
        {say('otherLanguage')}
      </a>
    </header>
  );
}
