import { Alert, Button } from 'antd';
import { Fault } from '../api/fault.ts';
import { say } from '../words.ts';
import { TokenForm } from './token-form.tsx';

const known = ['NETWORK', 'TIMEOUT', 'SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'NOT_FOUND', 'TOO_BROAD', 'UNAUTHENTICATED'] as const;

/** What a fault means for whoever reads the page. */
export function explain(error: Error): string {
  const code = error instanceof Fault ? known.find((each) => each === error.code) : undefined;
  if (!code) return error.message;
  const words = say(code, { seconds: (error as Fault).retryAfterS ?? '' });
  return code === 'TOO_BROAD' ? `${words} ${error.message}` : words;
}

/** Says that something could not be had, and asks again on demand. */
export function FaultNotice({ error, retry }: { error: Error; retry?: () => void }) {
  const needsToken = error instanceof Fault && error.code === 'UNAUTHENTICATED';
  return (
    <Alert
      type="error"
      showIcon
      title={say('fault')}
      description={
        <>
          {explain(error)}
          {needsToken && <TokenForm />}
        </>
      }
      action={retry && <Button onClick={retry}>{say('retry')}</Button>}
    />
  );
}
