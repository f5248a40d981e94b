/** An agency report made up for the tests, laid out as agencies lay theirs out: date, lead, caption and credit run in. */
export const agencyExample = ` date 2024-11-10 Harbour Minister Ada Lindqvist asked the parliament for a second ferry, or a loan, to keep the islands of Vessel Bay supplied once the winter storms close the old landing. The port's chief engineer Oskar Brandt, left, signs for new mooring lines while Mayor Mira Okafor, centre, and U.S. Consul Dana Reyes, right, look on at the quay.(AP)

Lindqvist has argued for years that one ship is not enough. She spoke after a meeting with Okafor in the harbour office on Friday.

"I've said it before ... one ship is no bridge," she told Radio Vessel.

“The islands will not wait another winter,” Okafor said.

Quarrel over the old landing

In the parliament on Thursday, members of the opposition called the plan “a gift to the shipyards” and asked for its cost—twice.
`;
