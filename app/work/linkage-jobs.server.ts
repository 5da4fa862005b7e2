import { linkageCleanUp } from '#app/linkage/clean-up.server.ts';
import { linkageUndo } from '#app/linkage/end-import.server.ts';
import { linkageExtract } from '#app/linkage/extract-job.server.ts';
import { linkageImport } from '#app/linkage/import-job.server.ts';

/** The jobs of the linkage's lane: its thread loads these alone, and none of the code of figures and models. */
export const linkageJobs = { linkageExtract, linkageImport, linkageUndo, linkageCleanUp };
