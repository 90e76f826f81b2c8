using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Persons;
using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Pictures;

namespace Sweet.Web.Data.Configurations;

public sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.Property(c => c.Code).HasMaxLength(Course.CodeMaxLength);
        builder.Property(c => c.Slug).HasMaxLength(Course.SlugMaxLength);
        builder.Property(c => c.Title).HasMaxLength(Course.TitleMaxLength);
        builder.Property(c => c.Kind).HasMaxLength(Course.KindMaxLength);
        builder.Property(c => c.Promise).HasMaxLength(Course.PromiseMaxLength);
        builder.Property(c => c.Summary).HasMaxLength(Course.SummaryMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.HasMany(c => c.Weeks).WithOne().HasForeignKey(w => w.CourseId);
        builder.HasMany(c => c.Questions).WithOne().HasForeignKey(q => q.CourseId);
        builder.HasMany(c => c.Approvals).WithOne().HasForeignKey(a => a.CourseId);
        builder.HasMany(c => c.Teachers).WithOne().HasForeignKey(t => t.CourseId);
        builder.HasMany(c => c.Testimonials).WithOne().HasForeignKey(s => s.CourseId);
        builder.HasMany(c => c.History).WithOne().HasForeignKey(h => h.CourseId);
    }
}

public sealed class CourseWeekConfiguration : IEntityTypeConfiguration<CourseWeek>
{
    public void Configure(EntityTypeBuilder<CourseWeek> builder)
    {
        builder.Property(w => w.Title).HasMaxLength(CourseWeek.TitleMaxLength);
        builder.Property(w => w.Objective).HasMaxLength(CourseWeek.ObjectiveMaxLength);
    }
}

public sealed class CourseQuestionConfiguration : IEntityTypeConfiguration<CourseQuestion>
{
    public void Configure(EntityTypeBuilder<CourseQuestion> builder)
    {
        builder.Property(q => q.Question).HasMaxLength(CourseQuestion.QuestionMaxLength);
        builder.Property(q => q.Answer).HasMaxLength(CourseQuestion.AnswerMaxLength);
    }
}

public sealed class ApprovalConfiguration : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.Property(a => a.Profession).HasMaxLength(Approval.ProfessionMaxLength);
        builder.Property(a => a.Hours).HasPrecision(5, 2);
        builder.Property(a => a.Body).HasMaxLength(Approval.BodyMaxLength);
        builder.Property(a => a.Number).HasMaxLength(Approval.NumberMaxLength);
        builder.Property(a => a.Statement).HasMaxLength(Approval.StatementMaxLength);
    }
}

public sealed class CourseInterestConfiguration : IEntityTypeConfiguration<CourseInterest>
{
    public void Configure(EntityTypeBuilder<CourseInterest> builder)
    {
        builder.Property(i => i.Email).HasMaxLength(Domain.Enrollments.EmailAddress.MaxLength);
        builder.Property(i => i.EmailKey).HasMaxLength(Domain.Enrollments.EmailAddress.MaxLength);
        builder.Property(i => i.Token).HasMaxLength(Domain.RandomText.TokenLength);
        builder.HasIndex(i => i.Token).IsUnique();
        builder.HasIndex(i => new { i.CourseId, i.EmailKey }).IsUnique();
        builder.HasOne<Domain.Policies.PolicyVersion>().WithMany().HasForeignKey(i => i.PrivacyPolicyVersionId);
    }
}

public sealed class FacultyMemberConfiguration : IEntityTypeConfiguration<FacultyMember>
{
    public void Configure(EntityTypeBuilder<FacultyMember> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(FacultyMember.NameMaxLength);
        builder.Property(t => t.Credentials).HasMaxLength(FacultyMember.CredentialsMaxLength);
        builder.Property(t => t.Biography).HasMaxLength(FacultyMember.BiographyMaxLength);
        builder.Property(t => t.AltText).HasMaxLength(FacultyMember.AltTextMaxLength);
        builder.HasOne<Picture>().WithMany().HasForeignKey(t => t.PictureHash);
    }
}

public sealed class TestimonialConfiguration : IEntityTypeConfiguration<Testimonial>
{
    public void Configure(EntityTypeBuilder<Testimonial> builder)
    {
        builder.Property(s => s.Text).HasMaxLength(Testimonial.TextMaxLength);
        builder.Property(s => s.ShownAs).HasMaxLength(Testimonial.ShownAsMaxLength);
        builder.Property(s => s.AgreedBy).HasMaxLength(Testimonial.AgreedByMaxLength);
        builder.Property(s => s.AgreedHow).HasMaxLength(Testimonial.AgreedHowMaxLength);
    }
}

public sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.ToTable("FormerSlugs");
        builder.Property(f => f.Slug).HasMaxLength(Course.SlugMaxLength);
        builder.HasIndex(f => f.Slug).IsUnique();
        builder.HasOne<Course>().WithMany().HasForeignKey(f => f.CourseId);
    }
}
