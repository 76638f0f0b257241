import Acquaintances from './acquaintances.tsx';
import { StaffNetwork } from './staff-network.tsx';
import { say } from './words.ts';

/** Whom an organisation's people met, and whom it met itself. */
export default function OrganisationAside({ id }: { id: string }) {
  return (
    <>
      <StaffNetwork id={id} />
      <Acquaintances id={id} title={say('itself')} />
    </>
  );
}
