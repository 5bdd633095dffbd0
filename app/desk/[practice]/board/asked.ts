import { asking, pageIn, textIn, wordIn } from "@/app/desk/_ui/asked";
import { boardFilters } from "@/lib/consents/board";
import { type BoardAsked, boardSorts } from "@/lib/consents/board-page";

type Params = Record<string, string | string[] | undefined>;

export function boardAsked(params: Params): BoardAsked {
  return {
    filter: wordIn(params, "show", boardFilters),
    search: textIn(params, "q"),
    sort: wordIn(params, "sort", boardSorts),
    page: pageIn(params),
  };
}

export function boardAddress(path: string, { filter, search, sort, page }: BoardAsked): string {
  return asking(path, {
    show: filter === "all" ? null : filter,
    q: search,
    sort: sort === "name" ? null : sort,
    page: page > 1 ? page : null,
  });
}
