import { createServer, type Server, type Socket } from 'node:net';
import { answer } from '../commands/dispatch.js';
import type { Engine } from '../commands/context.js';
import { readRequest, writeReply } from './message.js';

const MOST_BYTES = 48_000_000 + 16_384;

/** Splits a byte stream into whole wire messages. */
class Framer {
  #chunks: Buffer[] = [];
  #length = 0;

  /** Takes what arrived; answers the messages it completes. Throws if a length makes no sense. */
  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const messages: Buffer[] = [];
    for (let size = this.#nextSize(); size > 0 && this.#length >= size; size = this.#nextSize()) {
      const all = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks, this.#length);
      messages.push(all.subarray(0, size));
      this.#chunks = [all.subarray(size)];
      this.#length -= size;
    }
    return messages;
  }

  #nextSize(): number {
    if (this.#length < 4) return 0;
    if ((this.#chunks[0] as Buffer).length < 4) this.#chunks = [Buffer.concat(this.#chunks, this.#length)];
    const size = (this.#chunks[0] as Buffer).readInt32LE(0);
    if (size < 16 || size > MOST_BYTES) throw new Error(`a wire message of ${size} bytes`);
    return size;
  }
}

async function reply(engine: Engine, socket: Socket, message: Buffer, connectionId: number): Promise<void> {
  const request = readRequest(message);
  const answered = await answer(engine, request, connectionId);
  if (request.wantsReply && socket.writable) socket.write(writeReply(request, answered));
}

function serve(engine: Engine, socket: Socket, connectionId: number, running: Set<Promise<void>>): void {
  const framer = new Framer();
  // Requests of one connection are answered in the order they came.
  let queue = Promise.resolve();
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    try {
      for (const message of framer.push(chunk)) {
        const answered = queue
          .then(() => (socket.destroyed ? undefined : reply(engine, socket, message, connectionId)))
          .catch(() => void socket.destroy());
        running.add(answered);
        queue = answered.finally(() => running.delete(answered));
      }
    } catch {
      socket.destroy();
    }
  });
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the wire protocol on 127.0.0.1 only (there is no authentication). Port 0 picks a free one; rejects if the port is taken. */
export async function listen(engine: Engine, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  const running = new Set<Promise<void>>();
  let connections = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(engine, socket, ++connections, running);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    // Commands under way end first: a scan must not meet a closed file.
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed, ...running]);
    },
  };
}
