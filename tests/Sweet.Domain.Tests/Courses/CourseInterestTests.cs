using Sweet.Domain.Courses;

namespace Sweet.Domain.Tests.Courses;

public class CourseInterestTests
{
    [Fact]
    public void Counts_from_the_first_confirmation_by_the_owner_of_the_address()
    {
        var interest = new CourseInterest(courseId: 1, Some.Email("Ana@clinic.example"), privacyPolicyVersionId: 2, Some.Now);
        Assert.Null(interest.ConfirmedAtUtc);

        interest.Confirm(Some.Now.AddHours(1));
        interest.Confirm(Some.Now.AddHours(2));

        Assert.Equal((Some.Now.AddHours(1), "ana@clinic.example"), (interest.ConfirmedAtUtc, interest.EmailKey));
    }
}
