export const helpText = `npm run linkage -- <command>

  extract <identifiers.csv> --linkage-date 2024-12-01 --out extract.csv (--key-file key | passphrase)
          [--clients clients.csv]
      Merges the identifiers with the clients of the database, or of clients.csv with a column consent.

  match <extract.csv> <tax-people.csv> <tax-employment.csv> <tax-contributions.csv> --out folder
          [--linkage-date 2024-12-01]
      Does what the tax authority does, on synthetic records: writes people.csv, employment.csv, contributions.csv.

  import <people.csv> <employment.csv> [<contributions.csv>] --name "2025 report" --linkage-date 2024-12-01
          --sent 6200 --matched 6080 --employment-rows 15000 [--contribution-rows 40000]
          [--layout "Return of an extract"] [--first-enrolment day] [--last-enrolment day]
          [--key-file key] [--dry-run] [--bad-rows file.csv]
      Checks a return and imports it into the database of DATABASE_FILE.

  layout list | show <name> | add <layout.json> | retire <name>
      Which column of a return holds what. "show" prints a layout as "add" takes it.

A key file holds 64 hexadecimal digits (openssl rand -hex 32). A passphrase is asked for, or taken from
GOLDEN_THREAD_LINKAGE_PASSPHRASE: an option would stand in the process list.`;
