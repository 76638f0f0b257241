import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config/read-config.ts';
import { describeFault } from './describe-fault.ts';

/** Makes the log: one JSON line an event, whatever it holds. */
export const createLogger = (level: Config['logLevel'], destination: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeFault(error) },
      redact: { paths: ['authorization', '*.authorization', '*.*.authorization'], censor: '…' },
    },
    destination,
  );
