using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters;

/// <summary>A letter to the address of the enrollment that it is about, with the link to its page.</summary>
/// <param name="enrollment">With its cohort (course, class meetings) and order (lines, payments, refunds).</param>
public abstract class EnrollmentLetter(Enrollment enrollment) : Letter
{
    public sealed override Enrollment Enrollment => enrollment;

    public override IReadOnlyList<Enrollment> Opens => [enrollment];

    public override Addressee To(LetterSite site) => new(Recipient.Student, enrollment.Email, NameInMail);

    /// <summary>What a stranger may have typed is not emailed to whoever has the address: null until it is proven.</summary>
    protected string? NameInMail => IsProven ? enrollment.FullName : null;

    protected bool IsProven => enrollment.AddressProvenAtUtc is not null;

    protected Cohort Cohort => enrollment.Cohort;

    protected string Course => enrollment.Cohort.Course.Title;

    protected IEnumerable<Fact> Student => NameInMail is { } name ? [new Fact("Student", name)] : [];

    protected Button OpenPage(LetterSite site) => new("Open your enrollment page", site.PageOf(enrollment));
}
