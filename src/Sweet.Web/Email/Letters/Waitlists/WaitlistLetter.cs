using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Domain.Waitlists;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Waitlists;

/// <summary>A letter to somebody who is, was or wants to be in line.</summary>
/// <param name="cohort">With its course.</param>
public abstract class WaitlistLetter(WaitlistEntry entry, Cohort cohort) : Letter
{
    public override Standing Standing => Standing.WhileInLineAs(entry);

    /// <summary>What a stranger may have typed is not emailed: the name follows once the address is confirmed.</summary>
    public override Addressee To(LetterSite site) =>
        new(Recipient.Asker, entry.Email, entry.Status == WaitlistStatus.Unconfirmed ? null : entry.FullName);

    protected WaitlistEntry Entry => entry;

    protected Cohort Cohort => cohort;

    protected string Course => cohort.Course.Title;

    protected string Line => $"waitlist {FactNames.Digest(entry.Token)}";

    protected Facts Dates => new(LetterWords.CourseOf(cohort), LetterWords.FirstClassOf(cohort));
}
