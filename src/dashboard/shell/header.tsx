import { useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { otherLanguage } from '../language/language.ts';
import { menu } from '../pages/menu.ts';
import { say } from '../words.ts';
import { SearchBox } from './search-box.tsx';
import { say as sayHere } from './words.ts';

/** The brand, the one search box, the ways to the pages, and the switch of language. */
export function Header() {
  const { pathname, search } = useLocation();
  return (
    <header className="header">
      <Link className="brand" to="/">
        {say('brand')}
      </Link>
      {/* It closes by itself when a page is gone to. */}
      <Menu key={pathname} />
      {/* The first page has the box in its middle. */}
      <div className="search">{pathname !== '/' && <SearchBox />}</div>
      <a className="language" href={otherLanguage(pathname) + search} lang={say('otherLanguage') === 'English' ? 'en' : 'zh-CN'}>
        {say('otherLanguage')}
      </a>
    </header>
  );
}

/** The ways to the pages: a row of them, behind a button where there is no room for a row. */
function Menu() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="menu-button" aria-expanded={isOpen} aria-controls="menu" onClick={() => setOpen(!isOpen)}>
        {sayHere('menu')} <span aria-hidden>{isOpen ? '▲' : '▼'}</span>
      </button>
      <nav id="menu" className={isOpen ? 'is-open' : undefined} aria-label={say('menu')}>
        {menu.map(({ path, label }) => (
          <NavLink key={path} to={path} end={path === '/'}>
            {label}
          </NavLink>
        ))}
        <a href="/graphiql">GraphiQL</a>
      </nav>
    </>
  );
}
