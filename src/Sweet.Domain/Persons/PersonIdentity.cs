using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Persons;

/// <summary>
/// Who somebody is, as far as the site knows: an address alone may be shared, and a name alone is anybody's. Across cohorts it is one
/// person only if both agree.
/// </summary>
public sealed record PersonIdentity(string EmailKey, string Name)
{
    public static PersonIdentity Of(string emailKey, string firstName, string lastName) =>
        new(emailKey, string.Join(' ', FoldedText.WordsOf($"{firstName} {lastName}")));

    public static PersonIdentity Of(Enrollment enrollment) => Of(enrollment.EmailKey, enrollment.FirstName, enrollment.LastName);
}
