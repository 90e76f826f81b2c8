using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Tests.Enrollments;

public class EnrollmentTests
{
    [Fact]
    public void Keeps_the_person_as_typed()
    {
        var student = Some.Student("Ana@Clinic.example", "Ana-Lucía", "Ortiz 🌱") with { LicenseNumber = "LCSW 1", LicenseState = "NY" };

        var enrollment = Some.OpenCohort().HoldSeat(Some.Registration(student: student), live: null, Some.HoldTime, Some.Now);

        Assert.Equal(("Ana-Lucía Ortiz 🌱", "Ana@clinic.example", "ana@clinic.example"), (enrollment.FullName, enrollment.Email, enrollment.EmailKey));
        Assert.Equal(("LCSW 1", "NY"), (enrollment.LicenseNumber, enrollment.LicenseState));
        Assert.Equal("Ana-Lucía Ortiz 🌱", enrollment.NameOnCertificate);
    }

    [Fact]
    public void Forgets_nothing_of_the_student()
    {
        var student = Some.WholeStudent();

        var enrollment = Some.OpenCohort().HoldSeat(Some.Registration(student: student), live: null, Some.HoldTime, Some.Now);

        // Without a value nobody could see that it is lost.
        Assert.All(typeof(Student).GetProperties(), p => Assert.NotNull(p.GetValue(student)));
        Assert.Equal(student, enrollment.ToStudent());
    }

    [Fact]
    public void A_name_for_the_certificate_goes_before_first_and_last_name()
    {
        var enrollment = Some.Enrollment();

        enrollment.Describe(Some.Student() with { CertificateName = "Dr. Ana Ortiz" }, Actor.Student, Some.Now);

        Assert.Equal("Dr. Ana Ortiz", enrollment.NameOnCertificate);
    }

    [Fact]
    public void Its_secrets_and_its_number_are_its_own()
    {
        var enrollment = Some.Enrollment();
        var other = Some.Enrollment();

        Assert.Equal(4, new[] { enrollment.LinkToken, enrollment.CalendarToken, other.LinkToken, other.CalendarToken }.Distinct(StringComparer.Ordinal).Count());
        Assert.Matches("^IPT-[2-9B-Z]{6}$", enrollment.Number);
    }

    [Fact]
    public void Every_transition_leaves_its_row_in_the_history()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);

        cohort.KeepSeat(enrollment, Actor.StripeEvent("evt_1"), Some.Now);
        cohort.Confirm(enrollment, Actor.StripeEvent("evt_2"), Some.Now);
        cohort.Cancel(enrollment, CancellationReason.Withdrew, Some.Staff, Some.Now);

        Assert.Equal(
            [(null, "Held", null), ("Held", "Processing", "evt_1"), ("Processing", "Confirmed", "evt_2"), ("Confirmed", "Cancelled", "staff-1")],
            enrollment.History.Where(h => h.Subject == "Enrollment").Select(h => (h.From, h.To, h.ActorReference)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Forgets_the_network_address_once_it_is_paid_or_free_and_not_while_a_bank_works_on_it(bool paid)
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        cohort.KeepSeat(enrollment, Actor.StripeEvent("evt_1"), Some.Now);
        Assert.Equal("client", enrollment.ClientKey);

        if (paid) cohort.Confirm(enrollment, Actor.Student, Some.Now);
        else cohort.Release(enrollment, ExpiryReason.TimeOver, Actor.Student, Some.Now);

        Assert.Null(enrollment.ClientKey);
    }

    [Fact]
    public void The_address_of_a_held_seat_can_be_corrected()
    {
        var enrollment = Some.Enrollment();

        enrollment.CorrectEmail(Some.Email("Ana.Right@clinic.example"), Actor.Student, Some.Now);

        Assert.Equal(("Ana.Right@clinic.example", "ana.right@clinic.example"), (enrollment.Email, enrollment.EmailKey));
        Assert.DoesNotContain(enrollment.History, h => h.Note?.Contains('@') == true || h.From?.Contains('@') == true || h.To.Contains('@'));
    }

    [Fact]
    public void The_address_of_a_paid_place_is_not_typed_over()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        cohort.Confirm(enrollment, Actor.Student, Some.Now);

        Assert.Throws<InvalidOperationException>(() => enrollment.CorrectEmail(Some.Email("eve@evil.example"), Actor.Student, Some.Now));
    }

    [Fact]
    public void A_long_note_is_cut_and_never_lost_whole()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);

        cohort.KeepSeat(enrollment, Actor.Student, Some.Now, new string('x', HistoryEntry.NoteMaxLength + 1));

        Assert.Equal(HistoryEntry.NoteMaxLength, enrollment.History[^1].Note!.Length);
    }

    [Fact]
    public void A_held_seat_can_be_paid() =>
        Assert.Null(Some.Enrollment().PaymentRefusalFor(maxHoldMoves: 3, Some.Now));

    [Fact]
    public void A_place_without_a_price_is_not_paid()
    {
        var enrollment = Some.Enrollment(Some.OpenCohort(price: Money.Zero("USD")));

        Assert.Equal(PaymentRefusal.NothingToPay, enrollment.PaymentRefusalFor(maxHoldMoves: 3, Some.Now));
    }

    [Fact]
    public void What_is_no_longer_held_is_not_paid()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        cohort.KeepSeat(enrollment, Actor.Student, Some.Now);

        Assert.Equal(PaymentRefusal.NotHeld, enrollment.PaymentRefusalFor(maxHoldMoves: 3, Some.Now));
    }

    [Fact]
    public void With_too_little_time_an_attempt_needs_a_move_that_is_left()
    {
        var enrollment = Some.Enrollment();
        var late = enrollment.HeldUntilUtc - Enrollment.ShortestAttempt + TimeSpan.FromTicks(1);

        Assert.Null(enrollment.PaymentRefusalFor(maxHoldMoves: 1, late));
        Assert.Equal(PaymentRefusal.NoTimeLeft, enrollment.PaymentRefusalFor(maxHoldMoves: 0, late));
    }

    [Fact]
    public void Live_and_ended_holds_are_found_by_their_queries()
    {
        var cohort = Some.OpenCohort();
        var held = Some.Enrollment(cohort);
        var processing = Some.Enrollment(cohort);
        cohort.KeepSeat(processing, Actor.Student, Some.Now);
        var ended = Some.Enrollment(cohort);
        cohort.Release(ended, ExpiryReason.TimeOver, Actor.Student, Some.Now);
        var all = new[] { held, processing, ended }.AsQueryable();

        Assert.Equal([held, processing], all.Live());
        Assert.Equal([held], all.HoldsEndedAt(held.HeldUntilUtc));
        Assert.Empty(all.HoldsEndedAt(held.HeldUntilUtc.AddTicks(-1)));
    }
}
