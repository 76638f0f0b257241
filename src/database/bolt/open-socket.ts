import { connect } from 'node:net';
import { connectionLost, notUnderstood } from './driver-errors.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Hears what happens to a socket. */
export interface SocketEvents {
  open(): void;
  /** They are overwritten by the next ones. Errors: end the socket. */
  bytes(bytes: Buffer): void;
  /** Nothing has come for as long as was expected. */
  silence(): void;
  close(why: Error): void;
}

/** A way to a server. */
export interface ServerSocket {
  readonly isOpen: boolean;
  write(bytes: Uint8Array): void;
  /** How long the server may be silent from now on; 0 is for ever. */
  expect(withinMs: number): void;
  end(why: Error): void;
}

/** Units: bytes. */
const room = 64 * 1024;

/** Opens a socket that reads into room of its own: new room for each answer costs more than to read a short one. */
export function openSocket(address: Address, on: SocketEvents): ServerSocket {
  let why: Error = connectionLost('it was closed');
  const end = (error: Error) => {
    if (!socket.destroyed) why = error;
    socket.destroy();
  };
  const buffer = Buffer.allocUnsafeSlow(room);
  const callback = (size: number): boolean => {
    try {
      on.bytes(buffer.subarray(0, size));
    } catch (error) {
      end(notUnderstood(error));
    }
    return true;
  };
  const socket = connect({ ...address, noDelay: true, keepAlive: true, onread: { buffer, callback } })
    .on('connect', on.open)
    .on('timeout', on.silence)
    .on('error', ({ message }) => {
      why = connectionLost(message);
    })
    .on('close', () => on.close(why));
  return {
    get isOpen() {
      return !socket.destroyed;
    },
    write: (bytes) => void socket.write(bytes),
    expect: (withinMs) => void socket.setTimeout(withinMs),
    end,
  };
}
