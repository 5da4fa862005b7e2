import fc from 'fast-check';

// Property tests try the same cases in every run: what passed here passes there. PROPERTY_SEED=… looks for others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? '20260703') });
