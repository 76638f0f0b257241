import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import type { Answer } from '../../src/server/answer-store.ts';
import { sendAnswer } from '../../src/server/send-answer.ts';

/** The tag under which an answer goes out to whoever asks by GET. */
function tagSent(answer: Answer): unknown {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET' });
  const response = new ServerResponse(request);
  sendAnswer(request, response, answer);
  return response.getHeader('etag');
}

it('the tag of an answer is worked out once, however often it is given, and differs for other answers', () => {
  const answerOf = (text: string): Answer => ({ status: 200, headers: [], lasts: true, body: Buffer.from(text) });
  const answer = answerOf('one');
  const tag = tagSent(answer);
  expect(tag).toMatch(/^"[\w-]{22}"$/);
  expect(tagSent(answerOf('two'))).not.toBe(tag);
  // Only to see that nobody looks at the bytes again.
  answer.body.fill('x');
  expect(tagSent(answer)).toBe(tag);
});
