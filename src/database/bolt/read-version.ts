const length = 4;

/** Takes the version that a server chooses in its first bytes; hands on all behind them. */
export function readVersion(choose: (version: Buffer) => void, handOn: (bytes: Buffer) => void): (bytes: Buffer) => void {
  let version = Buffer.alloc(0);
  return (bytes) => {
    if (version.length === length) return handOn(bytes);
    const missing = length - version.length;
    version = Buffer.concat([version, bytes.subarray(0, missing)]);
    if (version.length === length) choose(version);
    handOn(bytes.subarray(missing));
  };
}

/** Tells whether it is one of those in our handshake; another, or none, is the driver's to deal with. */
export const isOurs = (version: Buffer): boolean => version[3] === 5 && (version[2] === 4 || version[2] === 3);
