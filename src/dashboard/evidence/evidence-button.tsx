import { Button } from 'antd';
import { say } from '../words.ts';
import { sayLines } from './say-lines.ts';
import { useOpenEvidence } from './use-evidence.ts';

interface Cited {
  readonly factId: string;
  readonly evidence?: readonly { readonly lines: { readonly from: number; readonly to: number } }[];
}

/** Opens what facts rest on; it shows the first lines where they are known, else the words given. */
export function EvidenceButton({ facts, children }: { facts: readonly Cited[]; children?: string }) {
  const open = useOpenEvidence();
  const cited = facts.flatMap(({ evidence = [] }) => evidence);
  const words = children ?? sayCited(cited);
  return (
    <Button
      size="small"
      className="evidence-button"
      aria-label={say('openEvidence', { what: words })}
      onClick={() => open(facts.map(({ factId }) => factId))}
    >
      {words}
    </Button>
  );
}

function sayCited([first, ...others]: NonNullable<Cited['evidence']>): string {
  if (!first) return '';
  const lines = sayLines(first.lines);
  return others.length > 0 ? `${lines} ${say('andMore', { count: others.length + 1, more: others.length })}` : lines;
}
