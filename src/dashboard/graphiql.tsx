import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './graphiql-examples.ts';
import { nameOperation } from './name-operation.ts';
import { openTab } from './open-tab.ts';
import { tabOfAddress } from './tab-of-address.ts';

const url = new URL('graphql', window.location.href).href;
const page = document.getElementById('graphiql');
const asked = tabOfAddress(window.location.hash);
const open = asked ?? openTab(window.localStorage);

if (page)
  createRoot(page).render(
    <GraphiQL
      fetcher={nameOperation(createGraphiQLFetcher({ url }))}
      defaultTabs={asked ? [asked, ...examples] : examples}
      initialQuery={open?.query}
      initialVariables={open?.variables}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
    />,
  );
