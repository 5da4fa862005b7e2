/**
 * Bank holidays of England and Wales, 2019 to 2028, as facts: the regular days with the substitute day
 * where one falls on a weekend, the early May day of 2020 moved to 8 May, the extra days of 2022 (Platinum
 * Jubilee, with the spring day moved to 2 June, and the State Funeral) and of 2023 (Coronation).
 * Later royal proclamations can add days: this list is data to be extended.
 */
export interface BankHoliday {
  day: string;
  name: string;
}

const names = {
  newYear: 'New Year’s Day',
  goodFriday: 'Good Friday',
  easterMonday: 'Easter Monday',
  earlyMay: 'Early May bank holiday',
  spring: 'Spring bank holiday',
  summer: 'Summer bank holiday',
  christmas: 'Christmas Day',
  boxing: 'Boxing Day',
} as const;

const substitute = (name: string) => `${name} (substitute day)`;

export const bankHolidaysEngland: readonly BankHoliday[] = [
  { day: '2019-01-01', name: names.newYear },
  { day: '2019-04-19', name: names.goodFriday },
  { day: '2019-04-22', name: names.easterMonday },
  { day: '2019-05-06', name: names.earlyMay },
  { day: '2019-05-27', name: names.spring },
  { day: '2019-08-26', name: names.summer },
  { day: '2019-12-25', name: names.christmas },
  { day: '2019-12-26', name: names.boxing },

  { day: '2020-01-01', name: names.newYear },
  { day: '2020-04-10', name: names.goodFriday },
  { day: '2020-04-13', name: names.easterMonday },
  { day: '2020-05-08', name: 'Early May bank holiday (VE Day)' },
  { day: '2020-05-25', name: names.spring },
  { day: '2020-08-31', name: names.summer },
  { day: '2020-12-25', name: names.christmas },
  { day: '2020-12-28', name: substitute(names.boxing) },

  { day: '2021-01-01', name: names.newYear },
  { day: '2021-04-02', name: names.goodFriday },
  { day: '2021-04-05', name: names.easterMonday },
  { day: '2021-05-03', name: names.earlyMay },
  { day: '2021-05-31', name: names.spring },
  { day: '2021-08-30', name: names.summer },
  { day: '2021-12-27', name: substitute(names.christmas) },
  { day: '2021-12-28', name: substitute(names.boxing) },

  { day: '2022-01-03', name: substitute(names.newYear) },
  { day: '2022-04-15', name: names.goodFriday },
  { day: '2022-04-18', name: names.easterMonday },
  { day: '2022-05-02', name: names.earlyMay },
  { day: '2022-06-02', name: names.spring },
  { day: '2022-06-03', name: 'Platinum Jubilee bank holiday' },
  { day: '2022-08-29', name: names.summer },
  { day: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' },
  { day: '2022-12-26', name: names.boxing },
  { day: '2022-12-27', name: substitute(names.christmas) },

  { day: '2023-01-02', name: substitute(names.newYear) },
  { day: '2023-04-07', name: names.goodFriday },
  { day: '2023-04-10', name: names.easterMonday },
  { day: '2023-05-01', name: names.earlyMay },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
  { day: '2023-05-29', name: names.spring },
  { day: '2023-08-28', name: names.summer },
  { day: '2023-12-25', name: names.christmas },
  { day: '2023-12-26', name: names.boxing },

  { day: '2024-01-01', name: names.newYear },
  { day: '2024-03-29', name: names.goodFriday },
  { day: '2024-04-01', name: names.easterMonday },
  { day: '2024-05-06', name: names.earlyMay },
  { day: '2024-05-27', name: names.spring },
  { day: '2024-08-26', name: names.summer },
  { day: '2024-12-25', name: names.christmas },
  { day: '2024-12-26', name: names.boxing },

  { day: '2025-01-01', name: names.newYear },
  { day: '2025-04-18', name: names.goodFriday },
  { day: '2025-04-21', name: names.easterMonday },
  { day: '2025-05-05', name: names.earlyMay },
  { day: '2025-05-26', name: names.spring },
  { day: '2025-08-25', name: names.summer },
  { day: '2025-12-25', name: names.christmas },
  { day: '2025-12-26', name: names.boxing },

  { day: '2026-01-01', name: names.newYear },
  { day: '2026-04-03', name: names.goodFriday },
  { day: '2026-04-06', name: names.easterMonday },
  { day: '2026-05-04', name: names.earlyMay },
  { day: '2026-05-25', name: names.spring },
  { day: '2026-08-31', name: names.summer },
  { day: '2026-12-25', name: names.christmas },
  { day: '2026-12-28', name: substitute(names.boxing) },

  { day: '2027-01-01', name: names.newYear },
  { day: '2027-03-26', name: names.goodFriday },
  { day: '2027-03-29', name: names.easterMonday },
  { day: '2027-05-03', name: names.earlyMay },
  { day: '2027-05-31', name: names.spring },
  { day: '2027-08-30', name: names.summer },
  { day: '2027-12-27', name: substitute(names.christmas) },
  { day: '2027-12-28', name: substitute(names.boxing) },

  { day: '2028-01-03', name: substitute(names.newYear) },
  { day: '2028-04-14', name: names.goodFriday },
  { day: '2028-04-17', name: names.easterMonday },
  { day: '2028-05-01', name: names.earlyMay },
  { day: '2028-05-29', name: names.spring },
  { day: '2028-08-28', name: names.summer },
  { day: '2028-12-25', name: names.christmas },
  { day: '2028-12-26', name: names.boxing },
];

/** The days alone, for workingWeeks. */
export const bankHolidayDaysEngland: ReadonlySet<string> = new Set(
  bankHolidaysEngland.map(({ day }) => day),
);

/** The list is complete from the first of these years to the last. */
export const bankHolidayYearsEngland = { first: 2019, last: 2028 } as const;
