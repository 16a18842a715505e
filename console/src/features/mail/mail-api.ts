import { queryOptions } from '@tanstack/react-query';
import type { Client } from 'openapi-fetch';
import { answer, client } from '@/api/client';
import type { Page } from '@/api/contract';

interface MailStatus {
  offered: boolean;
  host: string;
  port: number;
  protection: 'STARTTLS' | 'TLS' | 'NONE';
  sender: string;
  waiting: number;
  dead: number;
}
export interface LetterRow {
  id: string;
  kind: 'INVITATION' | 'PASSWORD_RESET' | 'PASSWORD_CHANGED';
  state: 'WAITING' | 'SENT' | 'NEEDLESS' | 'DEAD';
  attempts: number;
  recipientDomain: string | null;
  problem: string | null;
  dueAt: string | null;
  createdAt: string;
  changedAt: string;
}
interface Trial {
  delivered: boolean;
  email: string;
  problem: string | null;
}
interface Answers<Answer> {
  200: { headers: object; content: { 'application/json': Answer } };
}
interface OfLetter {
  parameters: { path: { id: string } };
  responses: Answers<void>;
}
interface MailPaths {
  '/api/installation/mail': {
    get: { parameters: { path?: never }; responses: Answers<MailStatus> };
  };
  '/api/installation/mail/trial': {
    post: { parameters: { path?: never }; responses: Answers<Trial> };
  };
  '/api/installation/mail/letters': {
    get: {
      parameters: { path?: never; query?: { state?: string; cursor?: string; limit?: number } };
      responses: Answers<Page<LetterRow>>;
    };
  };
  '/api/installation/mail/letters/{id}': { delete: OfLetter };
  '/api/installation/mail/letters/{id}/retry': { post: OfLetter };
}

export const mail = client as unknown as Client<MailPaths>;

export const mailKey = ['installation', 'mail'];

export const mailStatusQuery = queryOptions({
  queryKey: [...mailKey, 'status'],
  queryFn: () => answer(mail.GET('/api/installation/mail')),
});
