"""Which slot for each of a fixed set of meetings, with the fewest gaps, and the proof of it.

The model follows M. Bofill, J. Coll, M. Garcia, J. Giráldez-Cru, G. Pesant, J. Suy and
M. Villaret, "Constraint Solving Approaches to the Business-to-Business Meeting Scheduling Problem",
Journal of Artificial Intelligence Research 74, 2022.
"""
