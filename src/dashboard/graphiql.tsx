import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './graphiql-examples.ts';

const url = new URL('graphql', window.location.href).href;
const page = document.getElementById('graphiql');

if (page)
  createRoot(page).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url })}
      defaultTabs={examples}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
    />,
  );
