import { randomUUID } from 'node:crypto';
import { errorAnswer, jsonAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';

/** What a task says on its first polls, before it has its results (truelayer.md, 3). */
const waitingStates = ['Queued', 'Running'] as const;

/** `async=true`: answers that are fetched later. The work is done at once; only the telling waits. */
export class AsyncTasks {
  readonly #apiUrl: () => string;
  readonly #tasks = new Map<string, { readonly answer: Answer; polls: number }>();

  /** `apiUrl` is asked late: the port is known only once the bank listens. */
  constructor(apiUrl: () => string) {
    this.#apiUrl = apiUrl;
  }

  /** 202 with the address to poll; both ids are the same. */
  queue(answer: Answer): Answer {
    const taskId = randomUUID();
    this.#tasks.set(taskId, { answer, polls: 0 });
    return jsonAnswer(202, {
      results_uri: `${this.#apiUrl()}/data/v1/results/${taskId}`,
      status: 'Queued',
      task_id: taskId,
    });
  }

  /** Queued, then Running, then the results. */
  poll(taskId: string): Answer {
    const task = this.#tasks.get(taskId);
    if (task === undefined) return errorAnswer('not_found');
    const status = waitingStates[task.polls];
    task.polls += 1;
    return status === undefined ? task.answer : jsonAnswer(200, { status, task_id: taskId });
  }
}
