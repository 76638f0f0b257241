import { type Answer, AnswerQueue } from './answer-queue.ts';
import { cutMessages } from './cut-messages.ts';
import { connectionLost, isOfLogin } from './driver-errors.ts';
import { LeftToDriver } from './left-to-driver.ts';
import { type Address, openSocket } from './open-socket.ts';
import { isOurs, readVersion } from './read-version.ts';
import { goodbye, greet, handshake, type Login, reset } from './requests.ts';

/** One conversation with a server. */
export interface Connection {
  /** Whether it is open, nothing is under way on it, and nothing has failed. */
  readonly isReady: boolean;
  /** `answers`: one for each message in the bytes. */
  send(bytes: Uint8Array, ...answers: readonly Answer[]): void;
  /** Ends what runs, and what has failed; a server that does not answer to it is given up. */
  reset(): Promise<void>;
  close(): void;
}

/** What its owner hears of a connection. */
export interface ConnectionEvents {
  open(): void;
  /** The error is as of the driver; LeftToDriver where the server speaks no version of ours. */
  close(why: Error): void;
}

/** How long a server may take: to be reached, to let us in, and to end what it is at. Units: ms. */
const patience = { connect: 1500, login: 10_000, reset: 2000 };

/** Opens a connection, and logs in. */
export function openConnection(address: Address, login: Login, on: ConnectionEvents): Connection {
  const queue = new AnswerQueue();
  let lost: Error | undefined;
  let resetting: Promise<void> | undefined;

  const send = (bytes: Uint8Array, ...answers: readonly Answer[]) => {
    queue.push(...answers);
    if (lost) queue.end(lost);
    else socket.write(bytes);
  };
  /** Shape: whether so many messages were answered well; else the connection has ended. */
  const ask = (bytes: Uint8Array, messages: number, withinMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      socket.expect(withinMs);
      let missing = messages;
      const success = () => {
        missing -= 1;
        if (missing > 0) return;
        socket.expect(0);
        resolve(true);
      };
      const failure = (error: Error) => {
        socket.end(error);
        resolve(false);
      };
      send(bytes, ...Array<Answer>(messages).fill({ record() {}, success, failure }));
    });
  const logIn = async (version: Buffer) => {
    if (!isOurs(version)) socket.end(new LeftToDriver('server'));
    else if (await ask(greet(login), 2, patience.login)) on.open();
  };
  const endAll = async () => {
    // Who was let in may not be any more: that is asked anew.
    if (queue.failure && isOfLogin(queue.failure)) socket.end(queue.failure);
    else if (await ask(reset, 1, patience.reset)) queue.failure = undefined;
    resetting = undefined;
  };
  const socket = openSocket(address, {
    open() {
      socket.expect(patience.login);
      socket.write(handshake);
    },
    bytes: readVersion(
      logIn,
      cutMessages((bytes, at) => queue.take(bytes, at)),
    ),
    close(why) {
      lost = why;
      queue.end(why);
      on.close(why);
    },
  });
  socket.expect(patience.connect);

  return {
    get isReady() {
      return socket.isOpen && queue.isEmpty && !queue.failure;
    },
    send,
    reset() {
      resetting ??= endAll();
      return resetting;
    },
    close() {
      socket.write(goodbye);
      socket.end(connectionLost('it was closed'));
    },
  };
}
