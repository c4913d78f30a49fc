/**
 * Expressions of the packs that have no data in the lab, each with the reason, by the name that `packQuestions` gives
 * them. One that has data must not stand here.
 */
export const expectedEmpty: Readonly<Record<string, string>> = {
  'gt-vision business/recording-failures 2':
    "no service of GT-Vision's document exports gtvision_recording_errors_total",
  'collector-api pushgateway/groups 3': 'nothing was ever refused: these systems are quiet',
};
