import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/exporter/table.ts';
import { writeCsv } from '../../src/exporter/write-csv.ts';
import { writeXlsx } from '../../src/exporter/write-xlsx.ts';
import { noteSafety } from '../support/note-safety.ts';

const table: Table = {
  name: '名单: 营口站',
  columns: [
    { title: '姓名', width: 10 },
    { title: '次数', width: 6 },
  ],
  rows: [
    ['朴浩哲', 3],
    ['甲,"乙"', null],
    ['=1+1', -2],
  ],
};

describe('a table as CSV', () => {
  it('begins with the byte order mark and ends its lines as Excel wants', () => {
    expect(writeCsv(table)).toBe('\uFEFF姓名,次数\r\n朴浩哲,3\r\n"甲,""乙""",\r\n\'=1+1,-2\r\n');
  });

  it.each(['=HYPERLINK("https://evil.example","朴浩哲")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1'])(
    'V18: holds no formula: %j',
    (text) => {
      const [, cell = ''] = writeCsv({ ...table, rows: [[text]] }).split('\r\n');
      expect(cell).toMatch(/^"?'/);
      noteSafety('V18', { note: 'a formula is text in an exported table' });
    },
  );
});

describe('a table as XLSX', () => {
  it('V18: is a file whose sheet holds titles, texts and numbers as such, and no formula', async () => {
    const files = unzipSync(new Uint8Array(await (await writeXlsx([table])).arrayBuffer()));
    const read = (name: string) => (files[name] ? strFromU8(files[name]) : '');
    const sheet = read('xl/worksheets/sheet1.xml');
    const strings = read('xl/sharedStrings.xml') || sheet;
    expect(read('xl/workbook.xml')).toContain('name="名单  营口站"');
    for (const text of ['姓名', '朴浩哲', '=1+1']) expect(strings).toContain(`>${text}<`);
    expect(sheet).toMatch(/<v>-2<\/v>/);
    expect(sheet).not.toContain('<f>');
  });
});
