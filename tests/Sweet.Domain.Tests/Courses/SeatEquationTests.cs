using CsCheck;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Tests.Courses;

/// <summary>capacity = confirmed + processing + held + free, whatever happens in whatever order.</summary>
public class SeatEquationTests
{
    private const int Seats = 4;

    private static readonly Gen<(Move Move, int Whom)[]> Histories =
        Gen.Select(Gen.Enum<Move>(), Gen.Int[0, 7]).Array[0, 60];

    [Fact]
    public void Holds_after_every_move() => Histories.Sample(history =>
    {
        var cohort = Some.OpenCohort(Seats);
        List<Enrollment> all = [];
        foreach (var (move, whom) in history)
        {
            Make(move, whom, cohort, all);
            if (cohort.SeatsTaken != all.Count(e => e.IsLive) || cohort.SeatsLeft is < 0 or > Seats) return false;
        }

        return true;
    });

    private static void Make(Move move, int whom, Cohort cohort, List<Enrollment> all)
    {
        if (move == Move.Hold)
        {
            if (cohort.RefusalFor(live: null, Some.Now) is null) all.Add(Some.Enrollment(cohort));
            return;
        }

        if (all.Count == 0) return;
        var enrollment = all[whom % all.Count];
        switch (move)
        {
            case Move.Process:
                cohort.KeepSeat(enrollment, Actor.Student, Some.Now);
                break;
            case Move.Confirm when enrollment.Status != EnrollmentStatus.Cancelled && (enrollment.IsLive || cohort.HasSeatForLateMoneyAt(Some.Now)):
                cohort.Confirm(enrollment, Actor.Student, Some.Now);
                break;
            case Move.Release:
                cohort.Release(enrollment, ExpiryReason.TimeOver, Actor.Student, Some.Now);
                break;
            case Move.Cancel when enrollment.Status is EnrollmentStatus.Confirmed or EnrollmentStatus.Cancelled:
                cohort.Cancel(enrollment, CancellationReason.Staff, Some.Staff, Some.Now);
                break;
        }
    }

    private enum Move
    {
        Hold,
        Process,
        Confirm,
        Release,
        Cancel,
    }
}
