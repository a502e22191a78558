"""A tiny file of the B2B problem, in the words of the published ones."""

TINY = """nBusiness = 4;
nMeetings = 3;
nTables = 1;
nTotalSlots = 4;
nMorningSlots = 2;

requested = [|1, 2,3,
|3, 1,2,
|4, 1,3,
|];

meetingsxBusiness = [{1,2,3,4},
{1,2},
{1,3},
{1,4}];

forbidden = [{0},
{0,1},
2..3,
{0}];

fixed = [0,0,0];

precedences = [{0},
{0},
{0,1}];
"""
