import type { LinkageImportState } from '#db/schema/linkage.ts';

/** Each state of an import, for its page and the list. */
export const stateWords: Readonly<
  Record<LinkageImportState, { heading: string; text: string; tag: string }>
> = {
  checking: {
    heading: 'The files are being checked',
    text: 'This page shows how far it is, and looks again by itself.',
    tag: 'Being checked',
  },
  refused: {
    heading: 'The return has errors: nothing of it is kept',
    text: 'The files have been removed. Correct them and send them again.',
    tag: 'Refused',
  },
  checked: {
    heading: 'The return has no errors. Nothing is imported yet',
    text: 'Look at what was found. The files are removed when you import or abandon them, and after a day.',
    tag: 'Checked',
  },
  writing: {
    heading: 'The return is being imported',
    text: 'Nobody can read the round before it is whole. This page looks again by itself.',
    tag: 'Being imported',
  },
  imported: {
    heading: 'The return is imported',
    text: 'Its round is on the outcomes page. The files have been removed.',
    tag: 'Imported',
  },
  undone: {
    heading: 'The round was undone',
    text: 'Nobody can read it any more, and its people are deleted.',
    tag: 'Undone',
  },
  abandoned: {
    heading: 'The import was abandoned',
    text: 'Nothing of it was kept, and the files have been removed.',
    tag: 'Abandoned',
  },
  failed: {
    heading: 'The import failed',
    text: 'Nothing of it was kept. Send the files again; if it fails again, tell whoever runs this site.',
    tag: 'Failed',
  },
};
