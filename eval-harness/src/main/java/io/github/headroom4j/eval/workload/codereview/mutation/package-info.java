/**
 * Plants defects in real changes: each mutator looks for places where a small edit of the syntax tree makes a defect of its
 * category, and says by which property of the edited tree it is one. What was planted is recorded beside the data set's manifest.
 */
@NullMarked
package io.github.headroom4j.eval.workload.codereview.mutation;

import org.jspecify.annotations.NullMarked;
