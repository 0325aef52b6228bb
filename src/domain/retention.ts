/** A camera, or a group of them, and how many calendar days its footage is kept before it deletes itself. */
export interface Camera {
  code: string;
  title: string;
  days: number;
}

/** What the council's own settings say of recordings and mailboxes that delete themselves. */
export interface Retention {
  cameras: readonly Camera[];
  /** Calendar days after somebody's last day at work on which their mailbox is deleted. */
  leaversMailDays: number;
}
