using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Staff.HandEnrollments;

/// <summary>One person as staff know them: what the student can add later may be left open.</summary>
public sealed class HandForm : HandTermsForm, IAsksForAddress
{
    [Display(Name = "First name")]
    [Required(ErrorMessage = "Enter the first name")]
    [NoLink(ErrorMessage = "Enter the first name without a link")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten the first name to {1} characters")]
    public string? FirstName { get; set; }

    [Display(Name = "Last name", Description = "Leave it empty for someone with one name.")]
    [NoLink(ErrorMessage = "Enter the last name without a link")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten the last name to {1} characters")]
    public string? LastName { get; set; }

    [Display(Name = "Email address", Description = "Each student needs an address of their own.")]
    [Required(ErrorMessage = "Enter the email address")]
    [ReachableAddress]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public string? Email { get; set; }

    public string? KeptEmail { get; set; }

    [Display(Name = "Profession", Description = "If you don’t know it, we ask the student.")]
    [EnumDataType(typeof(Profession), ErrorMessage = "Choose the profession from the list")]
    public Profession? Profession { get; set; }

    [Display(Name = "License number")]
    [StringLength(Enrollment.LicenseNumberMaxLength, ErrorMessage = "Shorten the license number to {1} characters")]
    public string? LicenseNumber { get; set; }

    [Display(Name = "State of the license")]
    [LicenseState(ErrorMessage = "Choose the state of the license from the list")]
    public string? LicenseState { get; set; }

    public static HandForm Empty => new() { HoldHours = HoldChoices.Usual };

    /// <summary>The same person once more.</summary>
    public static HandForm Like(Enrollment enrollment) => new()
    {
        HoldHours = HoldChoices.Usual,
        FirstName = enrollment.FirstName,
        LastName = enrollment.LastName,
        Email = EmailAddress.Shown(enrollment.Email),
        Profession = enrollment.LacksDetails ? null : enrollment.Profession,
        LicenseNumber = enrollment.LicenseNumber,
        LicenseState = enrollment.LicenseState,
        PayerName = enrollment.Order.PayerName,
        PayerAddress = enrollment.Order.PayerAddress,
        PayerEmail = enrollment.Order.PayerEmail,
    };

    /// <remarks>Only of a valid form.</remarks>
    public HandPerson ToPerson() => new(
        new Student(
            FirstName!.Trim(), Typed(LastName) ?? "", EmailAddress.Read(Email, out _)!, Profession ?? Domain.Enrollments.Profession.Other)
        {
            LicenseNumber = Typed(LicenseNumber),
            LicenseState = Typed(LicenseState),
        },
        LacksDetails: Profession is null);

    protected override string WhoInShort() => string.Join('\n', FirstName, LastName, Email, Profession, LicenseNumber, LicenseState);
}
