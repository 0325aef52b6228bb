/** What reached the bot, in our own words. Made by the adapter after identity, tenant and sender have been checked. */
export interface Incoming {
  /**
   * `press`: a button of a card (also the old-client fallback). `install` and `uninstall`: the bot was added to or removed from the chat.
   * `dialog`: an action used on a message of any conversation, which the bot need not be in. `other`: anything else Teams may send; there is nothing to answer.
   */
  kind: 'message' | 'press' | 'dialog' | 'install' | 'uninstall' | 'other';
  activityId: string;
  tenant: string;
  /** `id` is the Entra object id; `name` is for greeting only and proves nothing. */
  person: { id: string; mri: string; name: string };
  /** `conversationId` of a channel is the bare channel id, without the thread. */
  chat: { conversationId: string; serviceUrl: string; scope: 'personal' | 'channel' | 'groupChat' };
  /** What was typed, without the mention of the bot. */
  text?: string;
  verb?: string;
  /** An action on a message: its dialog is asked for, or sent in. */
  dialog?: { stage: 'open' | 'send'; command: string; message: MessageActedOn | null };
  /** The button's data and the form's inputs together; unchecked. */
  data?: Record<string, unknown>;
  /** The message whose card was pressed. */
  replyToId?: string;
}

/** The message that an action was used on: plain words of unknown origin, and when it was written, if that is known. */
export interface MessageActedOn {
  id: string;
  words: string;
  at?: Date;
}

/** What the person sees next: a card (it replaces the pressed one, or is a new message), or a line of text. */
export interface Answer {
  card?: Record<string, unknown>;
  /** One line for the notification banner; never personal. */
  summary?: string;
  text?: string;
  /** The request and person whose details the card shows: the card is then remembered, to be replaced by a stub later. */
  holds?: { requestId: string; person: string };
}

/** Answers one incoming event; null when there is nothing to say. May throw: the adapter tells the person a reference. */
export type Handle = (incoming: Incoming) => Promise<Answer | null>;
