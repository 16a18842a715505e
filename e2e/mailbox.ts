import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './ports';

const PATIENCE = 30_000;

/** A mail server on loopback that keeps what it is given. */
export async function startMailbox() {
  const letters: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      simpleParser(stream).then((letter) => {
        letters.push(letter);
        done();
      }, done);
    },
  });
  const port = await freePort();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    settings: {
      GATEHOUSE_MAIL_HOST: '127.0.0.1',
      GATEHOUSE_MAIL_PORT: String(port),
      GATEHOUSE_MAIL_PROTECTION: 'NONE',
      GATEHOUSE_MAIL_SENDER: 'gatehouse@example.org',
      GATEHOUSE_OUTGOING_NETWORKS: '127.0.0.1',
    },
    /** The letter with that subject, to that address if it matters, as soon as it is there. */
    async letter(subject: string, to = ''): Promise<ParsedMail> {
      const deadline = Date.now() + PATIENCE;
      while (Date.now() < deadline) {
        const found = letters.find((letter) => letter.subject === subject && recipient(letter).includes(to));
        if (found) {
          return found;
        }
        await setTimeout(100);
      }
      throw new Error(`No letter “${subject}” came, only: ${letters.map((letter) => letter.subject)}`);
    },
    stop: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** Where the letter's link leads. */
export function linkIn(letter: ParsedMail): string {
  const link = /https?:\/\/\S+#\S+/.exec(letter.text ?? '')?.[0];
  if (!link) {
    throw new Error(`The letter has no link: ${letter.text}`);
  }
  return link;
}

function recipient({ to }: ParsedMail): string {
  return [to ?? []].flat().map(({ text }) => text).join();
}
