/** The value of the choice that is not on the list of known employers. */
export const anotherEmployer = 'another';
