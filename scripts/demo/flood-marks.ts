/** Drafting, in French and without a mark: the one to begin with. */
import type { DemoArticle } from './demo-article';

export const floodMarks: DemoArticle = {
  fields: {
    headline: 'À Saint-Élier, la crue a laissé sa marque au deuxième étage',
    byline: 'Demo Editor',
    source: 'Bluepencil demo',
    language: 'fr',
    publishedOn: '2026-05-16',
    desk: 'Foreign',
    priority: 'low',
  },
  markdown: `SAINT-ÉLIER – L’eau s’est retirée vendredi, mais personne n’a besoin de demander jusqu’où elle est montée : un trait brun court à hauteur d’homme le long de la rue des Tanneurs, traverse la façade de la mairie et s’arrête, au numéro 14, sous la fenêtre du deuxième étage.

« Nous avons porté les archives dans nos bras, dossier après dossier, jusqu’à trois heures du matin », raconte Hélène Août, l’archiviste de la ville. Elle a sauvé, dit-elle, neuf registres sur dix.

Selon la préfecture, 340 foyers restaient privés d’électricité samedi. Aucun blessé grave n’est à déplorer.

Le maire, Cédric Lenoël, a promis que chaque famille sinistrée serait relogée « avant la Saint-Jean ». Une réunion publique doit avoir lieu mercredi à la salle des fêtes.

« On nous avait parlé d’une crue par siècle », soupire un boulanger devant son four noyé. « C’est la troisième depuis que mon fils est né. Il a neuf ans. »`,
  by: 'editor',
  importedMinutesAgo: 20,
  dueInMinutes: 26 * 60,
  marks: [],
};
