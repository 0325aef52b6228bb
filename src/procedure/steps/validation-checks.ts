import { choice, longText } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { furtherProof } from '../evidence.js';
import { nothingAwaited } from '../needs.js';
import { diao } from '../roles.js';
import { validating } from '../stages.js';

/** §1.2(11), §2.4.3: what was seen does not satisfy; then more is asked for, and never less. */
export const doubtTheIdentity = step({
  clause: '2.4.3',
  rows: ['VAL-07'],
  title: 'Doubt who is asking',
  about:
    'For when what we saw or know leaves a doubt. The identity counts as open again, and a document is needed. Ask for it in the letter “Asking for what is missing”, promptly.',
  done: 'had a doubt about who is asking',
  by: [diao],
  at: [validating],
  needs: [nothingAwaited],
  asks: {
    doubt: longText('What is the doubt?', {
      maxLength: 600,
      hint: 'For example: the signature on the form differs from that on the licence',
    }),
    furtherItem: choice('Which further proof would settle it?', { options: furtherProof }),
  },
  then: (view, { furtherItem }) => ({
    set: { identity: null, identityOn: null, validOn: null, documentSeen: null, identityDoubt: furtherItem, identityDoubtOn: view.today },
  }),
});
