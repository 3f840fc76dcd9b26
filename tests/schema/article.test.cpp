// The first data set is an article on information-security cooperation in the Shanghai Cooperation
// Organisation. Each row is a fact of it, or of the public record beside it, in the words of the ontology;
// all must be sayable.

#include "catch.hpp"

#include <comity/schema/schema.hpp>

#include <string>

using namespace comity;

namespace {

struct fact {
    const char* said;
    kind source;
    relation_type type;
    kind target;
};

using k = kind;
using r = relation_type;

const fact facts[] = {
    // 1.1 consensus
    {"the summit of 2005 produced the Astana declaration", k::summit, r::produced, k::declaration},
    {"the declaration is the first to name information terrorism", k::declaration, r::mentions, k::threat},
    {"the statement of 2006 was signed at the sixth summit", k::statement, r::signed_at, k::summit},
    {"the heads of state signed it", k::bloc, r::signed_, k::statement},
    {"the heads of state are those of the members", k::bloc, r::drawn_from,
     k::intergovernmental_organisation},
    {"it warns of the misuse of technology", k::statement, r::warns_of, k::threat},
    {"misuse of technology threatens the stability of states", k::threat, r::threatens, k::state},
    {"it supports the work of the United Nations", k::statement, r::supports,
     k::intergovernmental_organisation},
    {"the heads of state decided to set up an expert group", k::bloc, r::decided, k::expert_group},
    {"the statement set it up", k::statement, r::established, k::expert_group},
    {"they decided to make an action plan", k::summit, r::decided, k::action_plan},
    {"the statement commits to an action plan", k::statement, r::commits_to, k::commitment},
    {"the declaration of 2013 calls for a code of conduct", k::declaration, r::calls_for, k::code_of_conduct},
    {"it expresses a position", k::declaration, r::expresses, k::position},
    {"it rests on non-interference", k::declaration, r::reaffirms, k::principle},
    {"the declaration of 2014 supports equal rights", k::declaration, r::supports, k::right},
    {"the statement of 2017 aims at recruiting online", k::statement, r::aims_at, k::practice},
    {"the statement of 2020 reaffirms the role of the United Nations", k::statement, r::reaffirms,
     k::position},
    {"it calls for a convention on crime", k::statement, r::calls_for, k::convention},
    {"it addresses the community of states", k::statement, r::addressed_to, k::bloc},
    {"it names a community of shared future", k::statement, r::mentions, k::concept_},
    // 1.2 bodies and texts
    {"the anti-terrorist structure is an organ", k::organ, r::organ_of, k::intergovernmental_organisation},
    {"its council is an organ of it", k::council, r::organ_of, k::organ},
    {"it has its seat in Tashkent", k::organ, r::seat_in, k::city},
    {"it carries the cooperation", k::organ, r::responsible_for, k::issue},
    {"Sysoyev heads its executive committee", k::person, r::head_of, k::committee},
    {"he reported sites blocked", k::person, r::reports, k::quantity},
    {"in an interview", k::quantity, r::presented_at, k::interview},
    {"the sites were blocked by the members", k::quantity, r::observed_by, k::bloc},
    {"the number is one of blocking", k::quantity, r::quantity_of, k::practice},
    {"the committee organised the session of 2011", k::committee, r::organised, k::council_session},
    {"the session is one of the council", k::council_session, r::meeting_of, k::council},
    {"officials took part", k::bloc, r::participated_in, k::council_session},
    {"it discussed cooperation against terrorism online", k::council_session, r::discussed, k::issue},
    {"the session of 2012 drew up joint measures", k::council_session, r::drafted, k::measures},
    {"the session of 2016 approved joint measures", k::council_session, r::endorsed, k::measures},
    {"the heads of state approved the plan of 2007", k::bloc, r::endorsed, k::action_plan},
    {"the organ signed a memorandum", k::organ, r::signed_, k::memorandum},
    {"so did a body of the United Nations", k::committee, r::signed_, k::memorandum},
    {"the session of 2013 set up a working group", k::council_session, r::established, k::working_group},
    {"it is a group under the organ", k::working_group, r::organ_of, k::organ},
    {"agencies belong to it", k::agency, r::member_of, k::working_group},
    {"the session was held in Yaroslavl", k::council_session, r::located_in, k::city},
    {"the expert group met in Beijing", k::expert_meeting, r::meeting_of, k::expert_group},
    {"the texts are open to observers", k::agreement, r::open_to, k::bloc},
    {"the observers are observers of the organisation", k::state, r::observer_of,
     k::intergovernmental_organisation},
    {"the partners are its partners", k::state, r::partner_of, k::intergovernmental_organisation},
    {"the meeting of 2019 agreed on positions", k::expert_meeting, r::agreed_on, k::position},
    {"the plan of 2007 implements the statement of 2006", k::action_plan, r::implements, k::statement},
    {"the governments signed the agreement of 2009", k::state, r::signed_, k::agreement},
    {"it was adopted at a summit", k::agreement, r::adopted_at, k::summit},
    {"it lays down means of cooperation", k::agreement, r::provides_for, k::practice},
    {"the communique of 2008 calls for it", k::communique, r::calls_for, k::agreement},
    // 1.3 exercises
    {"the exercise implements the consensus", k::exercise, r::implements, k::statement},
    {"a resolution ordered it", k::resolution, r::decided, k::exercise},
    {"the organ coordinated it", k::organ, r::coordinated, k::exercise},
    {"the city hosted it", k::exercise, r::located_in, k::city},
    {"it set up a technical platform", k::exercise, r::established, k::platform},
    {"the second follows the first", k::exercise, r::follows, k::exercise},
    {"it belongs to a programme", k::programme, r::provides_for, k::exercise},
    {"eight members took part", k::bloc, r::participated_in, k::exercise},
    {"that it was the first is a claim", k::claim, r::about, k::exercise},
    // 1.4 the United Nations
    {"the members support a resolution", k::bloc, r::supports, k::resolution},
    {"the assembly adopted it", k::assembly, r::adopted, k::resolution},
    {"at a session", k::resolution, r::adopted_at, k::assembly_session},
    {"four states submitted a code of conduct", k::state, r::submitted, k::code_of_conduct},
    {"to the assembly", k::code_of_conduct, r::submitted_to, k::assembly},
    {"through their permanent representatives", k::person, r::represents, k::state},
    {"two states sponsored it later", k::state, r::sponsored, k::code_of_conduct},
    {"it stands in the annex of a letter", k::code_of_conduct, r::annexed_to, k::letter},
    {"the code of 2015 updates that of 2011", k::code_of_conduct, r::updates, k::code_of_conduct},
    {"the West did not respond", k::bloc, r::responded_to, k::code_of_conduct},
    {"a state voted for a resolution", k::state, r::voted_for, k::roll_call},
    {"the roll call was on the resolution", k::roll_call, r::vote_on, k::resolution},
    // 2 drivers
    {"shared positions drive cooperation", k::driver, r::drives, k::issue},
    {"the members hold a position", k::bloc, r::holds, k::position},
    {"a treaty between two drives it", k::agreement, r::drives, k::issue},
    {"the West poses a threat", k::bloc, r::poses, k::threat},
    {"the three forces use the net", k::bloc, r::uses, k::practice},
    {"the threat drives cooperation", k::threat, r::drives, k::issue},
    {"the two held consultations", k::state, r::participated_in, k::consultation},
    {"their agreement is a model", k::intergovernmental_organisation, r::modelled_on, k::agreement},
    // 3 challenges
    {"a challenge hinders cooperation", k::challenge, r::hinders, k::issue},
    {"enlargement causes difference", k::enlargement, r::causes, k::challenge},
    {"great powers want one thing, small states another", k::bloc, r::holds, k::interest},
    {"the body decides by consensus", k::intergovernmental_organisation, r::applies, k::decision_rule},
    {"consensus hinders binding texts", k::decision_rule, r::hinders, k::issue},
    {"a challenge is part of another", k::challenge, r::part_of, k::challenge},
    {"firms rule the market", k::firm, r::hinders, k::issue},
    {"the West claims a digital threat", k::bloc, r::claims, k::claim},
    {"a state launched an initiative", k::state, r::launched, k::initiative},
    {"it presses others to choose sides", k::state, r::pressures, k::bloc},
    {"it opposes two states", k::state, r::opposes, k::state},
    // 4 proposals
    {"Xi proposed four communities", k::person, r::proposes, k::concept_},
    {"at a summit", k::concept_, r::presented_at, k::summit},
    {"a convention is proposed", k::proposal, r::proposes, k::convention},
    {"on the model of two others", k::convention, r::modelled_on, k::convention},
    {"a system to detect threats is proposed", k::proposal, r::proposes, k::system},
    {"a platform to warn", k::proposal, r::proposes, k::platform},
    {"a centre to share intelligence", k::proposal, r::proposes, k::centre},
    {"the proposal is addressed to the organisation", k::proposal, r::addressed_to, k::organisation},
    {"it answers a challenge", k::proposal, r::answers, k::challenge},
    {"an exercise in New Delhi is what was proposed", k::exercise, r::fulfils, k::proposal},
    {"the later centre is what was proposed", k::centre, r::fulfils, k::proposal},
    {"a treaty was opened in Hanoi and signed by members", k::state, r::signed_, k::convention},
    {"one resolution endorsed a report", k::resolution, r::endorsed, k::report},
    {"another set up a working group", k::resolution, r::established, k::working_group},
    {"the group's successor is another body", k::working_group, r::predecessor_of, k::organ},
};

} // namespace

TEST_CASE("ontology: what the first data set says can be said", "[schema]") {
    const schema s;
    for (const fact& f : facts) {
        INFO(f.said << ": " << s.name(f.source) << ' ' << s.name(f.type) << ' ' << s.name(f.target));
        CHECK(s.admits(f.type, f.source, f.target));
    }
}
