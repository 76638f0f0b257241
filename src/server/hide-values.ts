const value = /, found (?:(String|BlockString|Int|Float|Name|<EOF>|"[^\w\s]{1,3}").*?|.*?)(?= Did you mean|$)/s;
const operation = /^(Unknown operation named) ".*"\.$/s;
const represented = / value: .*?(?= Did you mean|$)/s;

/** Takes the values of a question out of what GraphQL says about it: they may be secret, and logs and screens keep messages. Hints at the schema's own words stay. */
export const hideValues = (message: string): string =>
  message
    .replace(value, (_, kind?: string) => (kind ? `, found ${kind}.` : '.'))
    .replace(represented, ' value.')
    .replace(operation, '$1 so.');
