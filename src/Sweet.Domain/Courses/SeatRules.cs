using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Restoring;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Courses;

/// <summary>
/// Takes, gives back and moves seats, and only after the caller has locked the cohort's row and read it afresh:
/// capacity = confirmed + processing + held + offered + free.
/// </summary>
public static class SeatRules
{
    /// <summary>
    /// Why no seat can be taken now, or null. Ask after the cohort is locked. What the address decides comes last: else who is
    /// enrolled could be asked without taking a seat.
    /// </summary>
    /// <param name="live">The address's live enrollment in this cohort, read after the lock, or null.</param>
    public static EnrollmentRefusal? RefusalFor(this Cohort cohort, Enrollment? live, DateTime nowUtc) =>
        cohort.PhaseAt(nowUtc) switch
        {
            CohortPhase.Upcoming => EnrollmentRefusal.NotOpenYet,
            CohortPhase.Full => EnrollmentRefusal.Full,
            CohortPhase.Open => live is null ? null : EnrollmentRefusal.AlreadyEnrolled,
            _ => EnrollmentRefusal.NotOpen,
        };

    /// <exception cref="InvalidOperationException"><see cref="RefusalFor"/> gives a reason; ask first.</exception>
    public static Enrollment HoldSeat(this Cohort cohort, Registration registration, Enrollment? live, TimeSpan holdTime, DateTime nowUtc)
    {
        if (cohort.RefusalFor(live, nowUtc) is { } reason) throw new InvalidOperationException($"No seat: {reason}.");

        cohort.SeatsTaken++;
        return new Enrollment(cohort, registration, nowUtc + holdTime, nowUtc);
    }

    /// <summary>Late money does not jump the line either: a seat that somebody waits for is theirs.</summary>
    public static bool HasSeatForLateMoneyAt(this Cohort cohort, DateTime nowUtc) =>
        cohort.SeatsLeft > 0 && cohort.PhaseAt(nowUtc) is CohortPhase.Open or CohortPhase.Closed or CohortPhase.Running;

    /// <summary>
    /// Why no seat can be kept for an enrollment that is remade, or null: as for late money, and whoever had a seat does not wait
    /// behind a line.
    /// </summary>
    public static EnrollmentRefusal? RestoreRefusalFor(this Cohort cohort, Enrollment? live, DateTime nowUtc) =>
        live is not null ? EnrollmentRefusal.AlreadyEnrolled
        : cohort.SeatsLeft > 0 && (cohort.HasSeatForLateMoneyAt(nowUtc) || cohort.PhaseAt(nowUtc) == CohortPhase.Full) ? null
        : cohort.SeatsLeft == 0 ? EnrollmentRefusal.Full
        : EnrollmentRefusal.NotOpen;

    /// <exception cref="InvalidOperationException"><see cref="RestoreRefusalFor"/> gives a reason; ask first.</exception>
    public static Enrollment Restore(this Cohort cohort, LostEnrollment lost, Enrollment? live, Actor by, DateTime nowUtc)
    {
        if (cohort.RestoreRefusalFor(live, nowUtc) is { } reason) throw new InvalidOperationException($"No seat: {reason}.");

        cohort.SeatsTaken++;
        return new Enrollment(cohort, lost, EnrollmentStatus.Held, by, nowUtc);
    }

    /// <summary>No seat is left: remade as one whose hold has ended, so that its money finds its way.</summary>
    public static Enrollment RestoreEnded(this Cohort cohort, LostEnrollment lost, Actor by, DateTime nowUtc) =>
        new(cohort, lost, EnrollmentStatus.Expired, by, nowUtc);

    /// <summary>Held or Processing: the seat becomes the student's. Expired: takes a free one. Confirmed: nothing.</summary>
    /// <exception cref="InvalidOperationException">Expired and <see cref="HasSeatForLateMoneyAt"/> says no, or cancelled.</exception>
    public static void Confirm(this Cohort cohort, Enrollment enrollment, Actor by, DateTime nowUtc)
    {
        if (enrollment.Status == EnrollmentStatus.Expired)
        {
            if (!cohort.HasSeatForLateMoneyAt(nowUtc)) throw new InvalidOperationException("There is no seat for late money; ask first.");
            cohort.SeatsTaken++;
        }

        // Money that we hear of late, like after a restore, has paid for the classes since.
        if (enrollment.Status != EnrollmentStatus.Confirmed)
            enrollment.Order.LeaveOutClassesOver(cohort, enrollment.Order.ConfirmingPayment?.CapturedAtUtc ?? nowUtc);
        enrollment.Confirm(by, nowUtc);
        enrollment.CompleteTransfer(by, nowUtc);
    }

    /// <summary>The bank still works on the payment: the seat stays, without an end. May be repeated.</summary>
    public static void KeepSeat(this Cohort cohort, Enrollment enrollment, Actor by, DateTime nowUtc, string? note = null) =>
        enrollment.Process(by, nowUtc, note);

    /// <returns>Whether a seat became free; that of a confirmed enrollment does not. May be repeated.</returns>
    public static bool Release(this Cohort cohort, Enrollment enrollment, ExpiryReason why, Actor by, DateTime nowUtc)
    {
        if (!enrollment.Expire(why, by, nowUtc)) return false;

        cohort.SeatsTaken--;
        return true;
    }

    /// <returns>Whether a seat became free. May be repeated.</returns>
    public static bool Cancel(
        this Cohort cohort, Enrollment enrollment, CancellationReason why, Actor by, DateTime nowUtc, string? note = null)
    {
        if (!enrollment.Cancel(why, by, nowUtc, note)) return false;

        cohort.SeatsTaken--;
        return true;
    }

    /// <summary>Stripe knows that it had ended before an older copy of the database was restored. May be repeated.</summary>
    /// <param name="endedAtUtc">When its refund was made, which was asked for in the same moment.</param>
    public static void EndAsBefore(
        this Cohort cohort, Enrollment enrollment, CancellationReason why, DateTime endedAtUtc, Actor by, DateTime nowUtc)
    {
        var hasSeat = enrollment.IsLive;
        if (enrollment.EndAsBefore(why, endedAtUtc, by, nowUtc) && hasSeat) cohort.SeatsTaken--;
    }

    /// <param name="classesCounted">Null: those that have begun. Staff may correct it to those attended.</param>
    /// <exception cref="InvalidOperationException">
    /// <see cref="WithdrawalRules.WithdrawalRefusalFor"/> gives a reason; ask first.
    /// </exception>
    public static Withdrawal Withdraw(this Cohort cohort, Enrollment enrollment, int? classesCounted, Actor by, DateTime nowUtc)
    {
        if (enrollment.WithdrawalRefusalFor(nowUtc) is { } reason) throw new InvalidOperationException($"No withdrawal: {reason}.");

        var quote = enrollment.Order.QuoteWithdrawal(classesCounted ?? enrollment.ClassesCountedAt(nowUtc));
        cohort.Cancel(enrollment, CancellationReason.Withdrew, by, nowUtc, quote.ToString());
        return new Withdrawal(quote, enrollment.Order.RequestRefundsWithCredit(quote.Back, RefundReason.Withdrew, by, nowUtc));
    }
}
