using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Web.Features.Students.EnrollmentDetails;

namespace Sweet.Web.Tests.Stories.Students;

public class DetailsFormTests
{
    [Fact]
    public void Sent_back_as_it_was_shown_it_changes_nothing()
    {
        var student = Some.WholeStudent();
        var enrollment = Some.OpenCohort().HoldSeat(Some.Registration(student: student), live: null, Some.HoldTime, Some.Now);

        var sentBack = DetailsForm.Of(enrollment).ToStudent(student.Email);

        Assert.Equal(student, sentBack);
    }
}
