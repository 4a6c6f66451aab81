import type { News } from '../../../work/ports/announcer.ts'
import { chatTopic } from '../live.ts'
import { alertTopic, caseTopic, noticeTopic, queueTopic } from './topics.ts'

/** Which bell a piece of news rings. */
export function topicOf(news: News): string {
  switch (news.about) {
    case 'conversation':
      return chatTopic(news.conversation)
    case 'cases':
      return queueTopic(news.district, news.street)
    case 'case':
      return caseTopic(news.district, news.number)
    case 'alerts':
      return alertTopic(news.district)
    case 'notices':
      return noticeTopic(news.district)
    default:
      return news satisfies never
  }
}
