import { asJson, asList, memberOf } from '../reader/json.ts';
import { asText, type Context, type Rule } from './rule.ts';

// Rules for tags: what readers see of them first, and their order.

/** The tag of events. Reading about operations comes before reading about what they cause. */
const eventsTag = 'webhooks';
const sentencesMin = 2;
const sentencesMax = 5;

/** A tag has a name for people and a description of two to five sentences, with a link to the guide of the tag. */
export const tagsDescribed: Rule = () => ({
  Tag(tag: unknown, context: Context) {
    const report = (message: string) => context.report({ message });
    const name = asText(memberOf(tag, 'name'));
    const description = asText(memberOf(tag, 'description'));
    if (!/^[A-Z][A-Za-z -]*$/.test(asText(memberOf(tag, 'x-displayName'))))
      report(`${name}: x-displayName must be a name for people in sentence case, such as Audit log`);
    const sentences = description.match(/[.?](?=\s|$)/g)?.length ?? 0;
    if (sentences < sentencesMin || sentences > sentencesMax)
      report(
        `${name}: the description must have ${sentencesMin} to ${sentencesMax} sentences: what the resource is, and what callers cannot guess`,
      );
    if (name !== eventsTag && !description.includes(`](/api/guides/${name})`))
      report(`${name}: the description must link to the guide: [Guide](/api/guides/${name})`);
  },
});

/** Each tag is in exactly one group of `x-tagGroups`, in the same order as in `tags`; events come last. */
export const tagsGrouped: Rule = () => ({
  Root(root: unknown, context: Context) {
    const { location } = context;
    const report = (message: string, member: string) => context.report({ message, location: location.child([member]) });
    const tags = asList(asJson(root)['tags']).map((tag) => asText(memberOf(tag, 'name')));
    const grouped = asList(asJson(root)['x-tagGroups']).flatMap((group) => asList(asJson(group)['tags']).map(String));
    for (const name of tags) {
      const count = grouped.filter((one) => one === name).length;
      if (count !== 1)
        report(`the tag ${name} must be in exactly one group of x-tagGroups, not in ${count}`, 'x-tagGroups');
    }
    for (const name of grouped.filter((one) => !tags.includes(one)))
      report(`${name} is not a tag of the document; remove it from x-tagGroups`, 'x-tagGroups');
    if (tags.length === grouped.length && tags.join() !== grouped.join())
      report('tags must have the order of x-tagGroups', 'tags');
    if (tags.includes(eventsTag) && tags.at(-1) !== eventsTag)
      report(`the tag ${eventsTag} must be the last one`, 'tags');
  },
});
