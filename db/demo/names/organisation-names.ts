/** Organisations that run treatment services or IPS in the demo. None exists. */

export const treatmentProviders = [
  'Cairnpath Recovery',
  'Halyard Health Partnership',
  'Lanternfield',
  'Marlstone Care',
  'Openwater Recovery',
  'Sorrelbank Foundation',
  'Tidewell Community Trust',
  'Weathervane Services',
] as const;

/** The first three run treatment too: there both services can have one provider. */
export const ipsProviders = [
  'Cairnpath Recovery',
  'Halyard Health Partnership',
  'Openwater Recovery',
  'Kindlework',
  'Plainsail Employment',
  'Tandem Lane',
  'Workfold',
] as const;
