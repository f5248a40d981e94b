/** Every operation there is, for what walks them all: the access table and the route test. */
import * as annotations from '@/domain/contract/annotations';
import * as articles from '@/domain/contract/articles';
import * as events from '@/domain/contract/events';
import { exportArticle } from '@/domain/contract/export';
import type { Operation } from '@/domain/contract/operation';
import * as people from '@/domain/contract/people';
import { readHealth, readReady } from '@/domain/contract/service';

export const operations = {
  readHealth,
  readReady,
  readMe: people.readMe,
  listPeople: people.listPeople,
  createPerson: people.createPerson,
  changePerson: people.changePerson,
  invitePerson: people.invitePerson,
  setUpPassword: people.setUpPassword,
  readSettings: people.readSettings,
  changeSettings: people.changeSettings,
  listArticles: articles.listArticles,
  createArticle: articles.createArticle,
  findTwins: articles.findTwins,
  readArticle: articles.readArticle,
  changeArticle: articles.changeArticle,
  archiveArticle: articles.archiveArticle,
  restoreArticle: articles.restoreArticle,
  listAnnotations: annotations.listAnnotations,
  createAnnotation: annotations.createAnnotation,
  readAnnotation: annotations.readAnnotation,
  changeAnnotation: annotations.changeAnnotation,
  deleteAnnotation: annotations.deleteAnnotation,
  restoreAnnotation: annotations.restoreAnnotation,
  readAnnotationHistory: annotations.readAnnotationHistory,
  reviewAnnotation: annotations.reviewAnnotation,
  exportArticle,
  followArticle: events.followArticle,
  followDesk: events.followDesk,
  tellPresence: events.tellPresence,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
