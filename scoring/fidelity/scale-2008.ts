import { organisationItems } from './scale-2008-organisation.ts';
import { servicesItems } from './scale-2008-services.ts';
import { staffingItems } from './scale-2008-staffing.ts';
import type { FidelityScale } from './scale-types.ts';

/**
 * The 25-item Supported Employment (IPS) Fidelity Scale of 7 January 2008, as data. The manual is
 * under copyright: numbers and conditions are facts, every sentence is ours, and each anchor says
 * whether its facts were read in a public copy of the form or are still to be checked against it.
 */
export const fidelityScale2008: FidelityScale = {
  id: 'sefs-2008-01-07',
  name: 'Supported Employment Fidelity Scale, 25 items, 7 January 2008',
  source:
    'Supported Employment (IPS) Fidelity Scale of 7 January 2008, as used in the United Kingdom by the Centre for Mental Health and IPS Grow',
  sourceUrl: 'https://www.centreformentalhealth.org.uk/the-ips-fidelity-scale',
  note: 'All wording is our own; the official form decides. Anchors marked “to check” have not yet been checked against the official form by the service owner. How a number meets a band is our reading: a band is reached when the measured number, unrounded, meets its printed end, so 89.6% is below 90%. No separate item set is published for alcohol and drug services: a review may note that an adaptation was applied to an item, with the reason, and the score under the letter of the scale is still recorded.',
  sections: [
    { key: 'staffing', title: 'Staffing', itemNumbers: [1, 2, 3] },
    { key: 'organisation', title: 'Organisation', itemNumbers: [4, 5, 6, 7, 8, 9, 10, 11] },
    {
      key: 'services',
      title: 'Services',
      itemNumbers: [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25],
    },
  ],
  bands: [
    { key: 'exemplary', label: 'Exemplary fidelity', from: 115, to: 125 },
    { key: 'good', label: 'Good fidelity', from: 100, to: 114 },
    { key: 'fair', label: 'Fair fidelity', from: 74, to: 99 },
    { key: 'not-ips', label: 'Not IPS', from: 25, to: 73 },
  ],
  items: [...staffingItems, ...organisationItems, ...servicesItems],
};
