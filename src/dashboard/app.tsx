import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { BrowserRouter } from 'react-router';
import { queryClient } from './api/query-client.ts';
import { basename, language } from './language/language.ts';
import { Pages } from './pages/pages.tsx';
import { Shell } from './shell/shell.tsx';
import { theme } from './theme.ts';

/** The web application. */
export function App() {
  return (
    <ConfigProvider locale={language === 'EN' ? enGB : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter basename={basename}>
          <Shell>
            <Pages />
          </Shell>
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
