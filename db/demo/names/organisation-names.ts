/** Organisations that run treatment services or IPS in the demo. None exists. */

export const treatmentProviders = [
  'Cairnpath Recovery',
  'Holmfold Health Partnership',
  'Lanternfield',
  'Marlhollow Care',
  'Openwater Recovery',
  'Sorrelbank Foundation',
  'Tarnholt Community Trust',
  'Wickerlane Services',
] as const;

/** The first three run treatment too: there both services can have one provider. */
export const ipsProviders = [
  'Cairnpath Recovery',
  'Holmfold Health Partnership',
  'Openwater Recovery',
  'Kindlework',
  'Plainsail Employment',
  'Tandem Lane',
  'Workfold',
] as const;
