import { Button, message } from 'antd';
import { useState } from 'react';
import type { Table } from '../../exporter/table.ts';
import { writeCsv } from '../../exporter/write-csv.ts';
import { say } from '../words.ts';
import { download } from './download.ts';
import { explain } from './fault-notice.tsx';

/** Ways to take a table along: XLSX, CSV, and copied as text that a sheet takes. What is not shown yet is fetched first. */
export function ExportButtons({ table }: { table: () => Promise<Table> }) {
  const [notices, holder] = message.useMessage();
  const [busy, setBusy] = useState(false);
  const run = async (use: (table: Table) => Promise<void>) => {
    setBusy(true);
    await table()
      .then(use)
      .catch((error: Error) => notices.error(explain(error)))
      .finally(() => setBusy(false));
  };
  const saveXlsx = async (all: Table) => {
    const { writeXlsx } = await import('../../exporter/write-xlsx.ts');
    download(`${all.name}.xlsx`, await writeXlsx([all]));
  };
  const saveCsv = async (all: Table) => download(`${all.name}.csv`, writeCsv(all), 'text/csv;charset=utf-8');
  const copy = async ({ columns, rows }: Table) => {
    await navigator.clipboard.writeText([columns.map(({ title }) => title), ...rows].map((row) => row.join('\t')).join('\n'));
    notices.success(say('copied'));
  };
  return (
    <>
      {holder}
      <Button type="primary" disabled={busy} onClick={() => void run(saveXlsx)}>
        XLSX
      </Button>{' '}
      <Button disabled={busy} onClick={() => void run(saveCsv)}>
        CSV
      </Button>{' '}
      <Button disabled={busy} onClick={() => void run(copy)}>
        {say('copy')}
      </Button>
    </>
  );
}
