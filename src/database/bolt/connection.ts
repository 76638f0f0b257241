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

/** How long a server may take to be reached, and to answer: a busy one had only more to do if it were left and asked anew. Units: ms. */
const patience = { connect: 1500, answer: 30_000 };

/** Opens a connection, and logs in. */
export function openConnection(address: Address, login: Login, on: ConnectionEvents): Connection {
  const queue = new AnswerQueue();
  let lost: Error | undefined;
  let resetting: Promise<void> | undefined;
  let isGreeted = false;

  const send = (bytes: Uint8Array, ...answers: readonly Answer[]) => {
    queue.push(...answers);
    if (lost) queue.end(lost);
    else socket.write(bytes);
  };
  const leave = (why: Error) => {
    if (isGreeted && socket.isOpen) socket.write(goodbye);
    socket.end(why);
  };
  /** Shape: whether so many messages were answered well; else the connection has ended. */
  const ask = (bytes: Uint8Array, messages: number): Promise<boolean> =>
    new Promise((resolve) => {
      socket.expect(patience.answer);
      let missing = messages;
      const success = () => {
        missing -= 1;
        if (missing > 0) return;
        socket.expect(0);
        resolve(true);
      };
      const failure = (error: Error) => {
        leave(error);
        resolve(false);
      };
      send(bytes, ...Array<Answer>(messages).fill({ record() {}, success, failure }));
    });
  const logIn = async (version: Buffer) => {
    if (!isOurs(version)) return leave(new LeftToDriver('server'));
    isGreeted = true;
    if (await ask(greet(login), 2)) on.open();
  };
  const endAll = async () => {
    // Who was let in may not be any more: that is asked anew.
    if (queue.failure && isOfLogin(queue.failure)) leave(queue.failure);
    else if (await ask(reset, 1)) queue.failure = undefined;
    resetting = undefined;
  };
  const socket = openSocket(address, {
    open() {
      socket.expect(patience.answer);
      socket.write(handshake);
    },
    bytes: readVersion(
      logIn,
      cutMessages((bytes, at) => queue.take(bytes, at)),
    ),
    silence: () => leave(connectionLost('the server was silent')),
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
    close: () => leave(connectionLost('it was closed')),
  };
}
