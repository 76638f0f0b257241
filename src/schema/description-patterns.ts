/** Patterns of names, each with the description of what bears such a name; `$1` is what the pattern caught. */
type Patterns = readonly (readonly [RegExp, string])[];

/** Descriptions of the types that the library generates. */
export const typePatterns: Patterns = [
  [/^PageInfo$/, 'Where a page stands in its list. 分页信息'],
  [/^SortDirection$/, 'Upwards or downwards. 排序方向'],
  [/^DateTime$/, 'A moment, ISO 8601. 时刻'],
  [/^(.+?)(?:List)?EnumScalarFilters$/, 'Conditions on a word of $1. 词语条件'],
  [/^(.+)ScalarFilters$/, 'Conditions on a value of type $1. 值条件'],
  [/^(.+)ListFilters$/, 'Conditions on a list of $1. 列表条件'],
  [/^(.+)ConnectionWhere$/, 'Which of the connections $1. 连接条件'],
  [/^(.+)ConnectionSort$/, 'In which order the connections $1. 连接排序'],
  [/^(.+)Where$/, 'Which of the type $1. 条件'],
  [/^(.+)Sort$/, 'In which order those of the type $1. 排序'],
  [/^(.+)Connection$/, 'The connections $1, with what each tie itself says. 连接'],
  [/^(.+)Relationship$/, 'One of the connections $1. 连接条目'],
];

/** Descriptions of the fields and arguments that the library generates. */
export const fieldPatterns: Patterns = [
  [/^(.+)Connection$/, 'The same as `$1`, with what each tie itself says. 连接'],
  [/^where$/, 'Which ones. 条件'],
  [/^sort$/, 'In which order. 排序'],
  [/^limit$/, 'How many at most, 1–100. 条数'],
  [/^first$/, 'How many at most, 1–100. 条数'],
  [/^after$/, 'The cursor to go on from. 游标'],
  [/^edges$/, 'The ties with their cursors. 条目'],
  [/^edge$/, 'By what the tie itself says. 关系属性'],
  [/^node$/, 'The neighbour, or by its values. 相邻实体'],
  [/^cursor$/, 'Where to go on from: give it as `after`. 游标'],
  [/^properties$/, 'What the tie itself says. 关系属性'],
  [/^pageInfo$/, 'Where the page stands. 分页信息'],
  [/^totalCount$/, 'How many there are in all. 总数'],
  [/^hasNextPage$/, 'Whether the list goes on. 有下一页'],
  [/^hasPreviousPage$/, 'Whether something comes before. 有上一页'],
  [/^startCursor$/, 'The cursor of the first entry. 起始游标'],
  [/^endCursor$/, 'The cursor of the last entry. 结束游标'],
  [/^nameKey$/, 'By pinyin, as lists are sorted when nothing is said. 按拼音'],
  [/^docKey$/, 'By the first line that says it, as lists are sorted when nothing is said. 按文献行'],
  [/^OR$/, 'At least one of these holds. 或'],
  [/^AND$/, 'All of these hold. 且'],
  [/^NOT$/, 'This does not hold. 非'],
  [/^eq$/, 'Equal to this. 等于'],
  [/^in$/, 'One of these. 属于'],
  [/^contains$/, 'Contains this. 包含'],
  [/^startsWith$/, 'Begins with this. 开头为'],
  [/^endsWith$/, 'Ends with this. 结尾为'],
  [/^includes$/, 'The list has this. 列表含有'],
  [/^(?:lt|lte|gt|gte)$/, 'Less or greater than this; `e` includes it. 大小比较'],
  [/^(.+)$/, 'By `$1`. 按此字段'],
];
