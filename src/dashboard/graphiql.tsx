import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './graphiql-examples.ts';
import { nameOperation } from './name-operation.ts';
import { openTab } from './open-tab.ts';

const url = new URL('graphql', window.location.href).href;
const page = document.getElementById('graphiql');
const open = openTab(window.localStorage);

if (page)
  createRoot(page).render(
    <GraphiQL
      fetcher={nameOperation(createGraphiQLFetcher({ url }))}
      defaultTabs={examples}
      initialQuery={open?.query}
      initialVariables={open?.variables}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
    />,
  );
